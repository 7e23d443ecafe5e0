/** Something about the way the program was called that keeps it from doing its work. */
export class UsageProblem extends Error {}
