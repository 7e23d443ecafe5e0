import { sharedWorkbench } from './shared-workbench';

/** A component without Vue's own support, which names the language; here a setting names it instead. */
const COMPONENT = `<template>
  <p v-if="server.task_state === ''">{{ server.status }}</p>
</template>

<script setup lang="ts">
const server = { vm_state: 'stopped', task_state: 'rebooting' };
</script>
`;

describe('a component of Vue', () => {
  afterEach(async () => (await sharedWorkbench()).setSettings({}));

  it('is checked in its script, and completed in its template as it is typed', async () => {
    const workbench = await sharedWorkbench();
    // A language that is only named in a setting is served once a document of a supported one is open.
    await workbench.openNew('before.json', '{ "vm_state": "stopped", "task_state": "rebooting" }');
    await workbench.waitForMark();
    workbench.setSettings({ 'ecsStates.includeLanguages': { plaintext: 'vue' } });
    await workbench.openNew('Server.vue', COMPONENT);
    await workbench.showProblems();
    await workbench.waitForProblems((rows) =>
      rows.some(({ file, line }) => file.includes('Server.vue') && line === 6),
    );
    await workbench.placeCursorAfter("task_state === '");
    await workbench.type('powering-of');
    await workbench.waitForSuggestions(([first]) => first?.label === 'powering-off');
    await workbench.accept('powering-off');
    await workbench.waitForText(COMPONENT.replace("=== ''", "=== 'powering-off'"));
  });
});
