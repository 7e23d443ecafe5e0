import { vueRegions } from './finders/vue';
import { hostSyntax } from './host-syntax';

/** Single-file components of Vue. */
export const vueSyntax = hostSyntax({
  languageIds: ['vue'],
  fileExtensions: { '.vue': 'vue' },
  regions: { mayFind: () => true, find: vueRegions },
});
