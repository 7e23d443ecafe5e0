/** Beginnings of words that every product has for what its machines, jobs and volumes are or do. */
const SHARED_STEM =
  /^(?:activ|stop|delet|error|build|paus|suspend|resum|restor|schedul|migrat|network|unknown|password)[a-z]*$/i;

/** Names that are also parts of other things: volumes have mappings, registries have images. */
const SHARED_COMPOUND = /^(?:(?:block_device|image)[_-]|soft[_-]?delet|updating_password$)/i;

/** Whether the name is also an everyday word of other products, so that it alone does not speak for a server. */
export function isEverydayWord(name: string): boolean {
  return SHARED_STEM.test(name) || SHARED_COMPOUND.test(name);
}
