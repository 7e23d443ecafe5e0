import type { Range } from '../../../text/range';
import { DecodedText } from '../decoded-text';
import { linesIn } from '../lines';
import type { MarkupPlaces } from '../markup-places';
import type { EmbeddedRegion } from '../region';

/** What would begin another request, or a script about this one. */
const MARKS = /^(?:###|[<>])/m;
const SCRIPT = /^[<>][ \t]*\{%/;

/** What is read of a file of requests, each in order. */
interface Requests {
  readonly comments: Range[];
  /** Requests and scripts with all their lines. */
  readonly messages: Range[];
  readonly bodies: Range[];
  readonly scripts: Range[];
}

/** The bodies of requests that are JSON, and the scripts that run before and after them. */
export function httpRegions(text: string): EmbeddedRegion[] {
  const { bodies, scripts } = readRequests(text);
  const regionOf = ({ start, end }: Range, languageId: string) => {
    const decoded = new DecodedText(text, (written) => (MARKS.test(written) ? undefined : written));
    decoded.verbatim(start, end);
    return decoded.region(languageId);
  };
  const asJson = bodies.filter(({ start }) => /[{[]/.test(text.charAt(start)));
  return [
    ...asJson.map((range) => regionOf(range, 'json')),
    ...scripts.map((range) => regionOf(range, 'javascript')),
  ];
}

/** Where comments are, and where none can be written. */
export function placesInHttp(text: string): MarkupPlaces {
  const { comments, messages } = readRequests(text);
  const others = [...comments, ...messages].sort((a, b) => a.start - b.start);
  return { comments, others };
}

function readRequests(text: string): Requests {
  const reader = new RequestReader(text);
  for (const { start, end } of linesIn(text)) reader.line(start, end);
  return reader.finish();
}

class RequestReader {
  private readonly found: Requests = { comments: [], messages: [], bodies: [], scripts: [] };
  /** Where the request begins that is read. */
  private request: number | undefined;
  /** Where its body begins, once its head is over. */
  private body: number | undefined;
  private isInBody = false;
  private script: number | undefined;

  constructor(private readonly text: string) {}

  line(start: number, end: number): void {
    const line = this.text.slice(start, end);
    if (this.script !== undefined) this.inScript(line, start);
    else if (line.startsWith('###')) this.endRequest(start);
    else if (SCRIPT.test(line)) {
      this.endBody(start);
      this.request ??= start;
      this.script = start + line.indexOf('{%') + 2;
      this.inScript(line.slice(this.script - start), this.script);
    } else if (this.request === undefined) this.between(line, start);
    else if (!this.isInBody) this.isInBody = line.trim() === '';
    else if (this.body === undefined && line.trim() !== '') {
      this.body = start + line.length - line.trimStart().length;
    }
  }

  finish(): Requests {
    if (this.script !== undefined) this.endScript(this.text.length);
    this.endRequest(this.text.length);
    return this.found;
  }

  private between(line: string, start: number): void {
    if (line.startsWith('#') || line.startsWith('//')) {
      this.found.comments.push({ start, end: start + line.trimEnd().length });
    } else if (line.trim() !== '' && !line.startsWith('@')) this.request = start;
  }

  private inScript(line: string, start: number): void {
    const end = line.indexOf('%}');
    if (end >= 0) this.endScript(start + end);
  }

  private endScript(end: number): void {
    if (this.script !== undefined) this.found.scripts.push({ start: this.script, end });
    this.script = undefined;
    this.isInBody = false;
  }

  private endBody(end: number): void {
    if (this.body !== undefined) this.found.bodies.push({ start: this.body, end });
    this.body = undefined;
  }

  private endRequest(end: number): void {
    this.endBody(end);
    // In front of the first line of a body, a comment would be part of it.
    if (this.request !== undefined) this.found.messages.push({ start: this.request, end });
    this.request = undefined;
    this.isInBody = false;
  }
}
