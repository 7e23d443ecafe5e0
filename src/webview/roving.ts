/** Makes one of several elements the one that Tab reaches, and focuses it where wanted. */
export function rove(
  elements: Iterable<HTMLElement | SVGElement>,
  target: HTMLElement | SVGElement | undefined,
  focus: boolean,
): void {
  for (const other of elements) other.setAttribute('tabindex', other === target ? '0' : '-1');
  if (focus) target?.focus();
}

/** Which of several in a row a key leads to from the one at an index; undefined where the key means nothing. */
export function indexAfter(key: string, index: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowRight: index + 1,
    ArrowUp: index - 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: count - 1,
  };
  const wanted = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return wanted === undefined ? undefined : Math.max(0, Math.min(count - 1, wanted));
}
