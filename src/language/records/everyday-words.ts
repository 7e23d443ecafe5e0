/** Beginnings of words that every product has for what its machines, jobs and volumes are or do. */
const SHARED_STEM =
  /^(?:activ|stop|delet|error|build|paus|suspend|resum|restor|schedul|migrat|network|unknown|password)[a-z]*$/i;

/** Names that are also parts of other things: volumes have mappings, registries have images. */
const SHARED_COMPOUND = /^(?:(?:block_device|image)[_-]|soft[_-]?delet|updating_password$)/i;

/** Whether the name is also an everyday word of other products, so that it alone does not speak for a server. */
export function isEverydayWord(name: string): boolean {
  return SHARED_STEM.test(name) || SHARED_COMPOUND.test(name);
}

/** Single words for what can be done to any machine or image, and for its being done: `REBOOT`, `rebuilding`. */
const OPERATION = /^(?:re(?:boot|build|siz|scu)|(?:un)?shelv|spawn|unpaus|unrescu)[a-z]*$/i;

/** Whether nothing but a server has a state of this name: `SHUTOFF`, `VERIFY_RESIZE`, `powering-off`. */
export function isServersWord(name: string): boolean {
  return !isEverydayWord(name) && !OPERATION.test(name);
}

/** Whether the name is the word for an operation on a server: `REBOOT`, `spawning`. */
export function isOperationWord(name: string): boolean {
  return OPERATION.test(name);
}

/** Words that are spelled nearly as a state and yet are other words, which states of other things are named by. */
const OTHER_WORDS: ReadonlySet<string> = new Set(
  (
    'activate built caused defeated defected deflated delaying delegated delegating deletion deletions depleted ' +
    'depleting deputing detected detecting demoting electing migration migrations parsed parsing passed passing ' +
    'passport praising reaching reacting realized rearming rebating rebinding rebuilt reducing refusing ' +
    'refuting reissued reissuing renaming reporting reputing reside rerouting rescuer resigned resisted resorting ' +
    'restarting restating restocking resulting retiring reworking scanning selected selecting shelled ' +
    'shielded shielding spanning spelling spending spinning stepped stripped suspected suspecting suspense ' +
    'unpacking upending'
  ).split(' '),
);

/** Whether the name is an English word that is spelled nearly as a state, as `PASSED` is: no state misspelt. */
export function isOtherWord(name: string): boolean {
  return OTHER_WORDS.has(name.toLowerCase());
}
