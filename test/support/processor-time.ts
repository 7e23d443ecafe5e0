/** The time this process has worked so far, in milliseconds: it passes at the same pace however busy the machine is. */
export function processorTime(): number {
  return process.cpuUsage().user / 1000;
}
