export const started = { state: 'actve', task_state: 'powering-on' };
export const typed: { state: 'resized'; task_state: 'resize_reverted' } = undefined as never;
export function isIdle(event: { state: string; task_state: string | null }): boolean {
  return event.state === 'sleeping' && event.task_state === null;
}
