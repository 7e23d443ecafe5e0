export { LiveDocument } from './document';
export type { TextChange } from './edits';
