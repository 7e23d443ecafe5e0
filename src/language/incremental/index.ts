export { LiveDocument } from './document';
export type { TextChange } from './edits';
export { sourceOf, type TextSource } from './source';
