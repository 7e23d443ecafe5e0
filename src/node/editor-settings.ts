/** Settings that only VS Code has a use for: which of its languages are served, and what it shows between the text. */
const EDITOR_ONLY: readonly string[] = ['includeLanguages', 'inlayHints'];

/**
 * Takes the settings away that only VS Code has a use for.
 * @param written what a user wrote under `ecsStates`
 * @returns the others, and the names of those
 */
export function withoutEditorSettings(written: unknown): {
  readonly settings: unknown;
  readonly editorOnly: readonly string[];
} {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { settings: written, editorOnly: [] };
  }
  const editorOnly = EDITOR_ONLY.filter((name) => Object.hasOwn(written, name));
  const others = Object.entries(written).filter(([name]) => !EDITOR_ONLY.includes(name));
  return { settings: Object.fromEntries(others), editorOnly };
}
