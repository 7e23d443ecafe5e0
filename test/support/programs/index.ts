/**
 * Random programs that ask for the states of servers, and what comes of their conditions when they run: what is
 * reported of a condition can be compared with that.
 */
export { execute, type Server, serversOf } from './execute';
export type { Features } from './features';
export { type Program, programs } from './generate';
