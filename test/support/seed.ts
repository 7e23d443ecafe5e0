import fc from 'fast-check';

/**
 * The seed of all property tests, so that a run says the same of the same code. Set the variable to search
 * elsewhere; a failure names the seed it was found with.
 */
fc.configureGlobal({ seed: Number(process.env.ECS_STATES_SEED ?? 20260301) });
