import { styleText } from 'node:util';
import stringWidth from 'string-width';
import { harmless } from '../harmless';
import { readablePath } from '../paths';
import type { FileReport, Finding } from '../report';
import type { Format, FormatContext } from './format';

/** Whether there are colors has been decided, so the library is not to look at the stream again. */
const OWN_CHOICE = { validateStream: false };

type Style = Parameters<typeof styleText>[0];

const STYLE: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'gray',
};

/** For people at a terminal: each finding with its line and a mark below it, and a summary by code. */
export function prettyFormat({ t, color, quiet }: FormatContext): Format {
  const paint = (style: Style, text: string) => (color ? styleText(style, text, OWN_CHOICE) : text);
  const severityName: Readonly<Record<Finding['severity'], string>> = {
    error: t('error'),
    warning: t('warning'),
    information: t('information'),
    hint: t('hint'),
  };

  function show(path: string, finding: Finding): string {
    const { severity, code, message, start, fixable } = finding;
    const place = `${paint('cyan', harmless(readablePath(path)))}:${start.line}:${start.column}`;
    const suffix = fixable ? ` ${paint('green', `[${t('fixable')}]`)}` : '';
    const head = `${place} ${paint(STYLE[severity], severityName[severity])} ${paint('bold', code)}${suffix}`;
    return `${head}\n  ${harmless(message)}\n${frame(finding)}\n`;
  }

  function frame({ excerpt, start, end, severity, related }: Finding): string {
    const gutter = String(start.line);
    const from = start.column - excerpt.from;
    const length = end.line === start.line ? end.column - start.column : excerpt.text.length - from;
    const before = excerpt.text.slice(0, from);
    const marked = excerpt.text.slice(from, from + length);
    const carets = '^'.repeat(Math.max(1, stringWidth(harmless(marked))));
    // A tab is as wide as in the line above.
    const blank = harmless(before).replace(/[^\t]+/g, (part) => ' '.repeat(stringWidth(part)));
    const rule = (text: string) => paint('gray', text);
    const lines = [
      `${rule(`  ${gutter} │ `)}${harmless(excerpt.text)}`,
      `${rule(`  ${' '.repeat(gutter.length)} │ `)}${blank}${paint(STYLE[severity], carets)}`,
      ...related.map((place) =>
        rule(`  ${place.start.line}:${place.start.column} ${harmless(place.message)}`),
      ),
    ];
    return `${lines.join('\n')}\n`;
  }

  return {
    begin: () => '',
    *file({ path, findings }: FileReport) {
      for (const finding of findings) yield show(path, finding);
    },
    end({ files, count, byCode, fixable, fixed, troubles }) {
      // That nothing was found where nothing could be checked would be taken for good news.
      if (quiet || (files === 0 && troubles.length > 0)) return '';
      const found = Object.values(count).reduce((sum, some) => sum + some, 0);
      const lines = [...byCode]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .map(([code, number]) => `${String(number).padStart(6)}  ${code}`);
      if (fixed > 0) lines.push(t('Fixed: {0}', fixed));
      lines.push(
        found === 0
          ? t('Files checked: {0}. Nothing found.', files)
          : t(
              'Files checked: {0}. Errors: {1}, warnings: {2}, others: {3}.',
              files,
              count.error,
              count.warning,
              count.information + count.hint,
            ),
      );
      if (fixable > 0) lines.push(t('Fixable by --fix: {0}', fixable));
      return `${lines.join('\n')}\n`;
    },
  };
}
