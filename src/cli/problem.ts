/** Something about the way the program was called that keeps it from doing its work. */
export class UsageProblem extends Error {}

/** Something about a file with the configuration that does. */
export class ConfigurationProblem extends UsageProblem {
  /** @param reason what is wrong in or with the file, and where it is a line of it, `12: …` */
  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(/^\d/.test(reason) ? `${file}:${reason}` : `${file}: ${reason}`);
  }
}
