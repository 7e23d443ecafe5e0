/** What programs may have in them besides conditions, branches and returns. */
export const FEATURES = [
  'calls',
  'assignments',
  'aliases',
  'closures',
  'loops',
  'switches',
  'destructuring',
  'suspensions',
  'exceptions',
  'absences',
  'others',
  'constants',
  'elements',
  'texts',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Which features programs have; those that are not named are in. */
export type Features = Readonly<Partial<Record<Feature, boolean>>>;
