/** The word that a suppression begins with, for whoever writes one. */
export const DIRECTIVE = 'ecs-states-disable';

/** Whether the text can hold a suppression: one linear search. */
export function mayBeSuppressed(text: string): boolean {
  return text.includes(DIRECTIVE);
}
