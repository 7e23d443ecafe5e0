/**
 * Nodes of a syntax tree up to this length (UTF-16 code units) are kept packed: four times the library's default
 * make a tree a third as large, and cost a key press nothing that can be measured.
 */
export const BUFFER_LENGTH = 4096;
