import { expressionEnd } from '../balance';
import { before } from '../encodings';
import type { MarkupTag } from '../markup';
import type { ProgramPart, TemplateProgram } from '../template-program';
import { type Directive, directiveOf } from './directives';
import { elementEnds, type TemplateEvent } from './elements';

/** Conditions nested deeper than this are read as if they stood next to each other. */
const DEEPEST = 50;
/** What is no statement, as it has no name. */
const FUNCTION = /^\s*(?:async\s+)?function\b/;
const LOOP = /^(\s*(?:[\w$]+|\([^()]*\)|\{[^{}]*\})\s+)of\s/;
const inMustaches = before('}}');

/** The programs that a template is translated to. */
export interface Programs {
  readonly code: TemplateProgram;
  /** Handlers run some other time: what they assign says nothing of the rest. */
  readonly handlers: TemplateProgram;
  readonly languageId: string;
}

/**
 * Translates what a walk through a template has met: `v-if`, `v-else-if` and `v-else` of elements next to each other
 * become one statement, whose conditions hold for what is in the elements.
 */
export function translate(
  text: string,
  events: readonly TemplateEvent[],
  programs: Programs,
): void {
  const template = new Template(text, programs);
  const ends = elementEnds(events);
  events.forEach((event, index) => {
    if (event.kind === 'expression') template.expression(event.range.start, event.range.end);
    else if (event.kind === 'close') template.close(index);
    else template.open(event.tag, index, ends.get(index));
  });
  template.finish();
}

class Template {
  /** The events that close the elements with conditions that are open. */
  readonly #open: number[] = [];
  /** Where an element with a condition has just been closed, so that one with another condition can follow. */
  #closedAt: number | undefined;

  constructor(
    private readonly text: string,
    private readonly programs: Programs,
  ) {}

  expression(start: number, end: number): void {
    const whole = expressionEnd(this.text, start, end) === end;
    const stretch = { start, end, encode: inMustaches };
    if (whole) this.#statement(start, end, ['(', stretch, ');']);
    else this.programs.code.halfTyped([stretch], this.programs.languageId);
  }

  /** @param end the event that closes the element; undefined where none does */
  open(tag: MarkupTag, index: number, end: number | undefined): void {
    const directives = tag.attributes.flatMap((attribute) => directiveOf(attribute) ?? []);
    const condition = directives.find(({ kind }) => /^(?:if|else)/.test(kind));
    const isBlock =
      condition !== undefined &&
      end !== undefined &&
      this.#open.length < DEEPEST &&
      this.#begin(condition, tag);
    if (!condition || condition.kind === 'if') this.#endChain();
    for (const directive of directives) {
      if (directive !== condition || !isBlock) this.#add(directive);
      else if (!directive.isWhole) this.#halfTyped(directive);
    }
    if (!isBlock) return;
    this.#open.push(end);
    if (end === index) this.close(index, tag.end);
  }

  close(index: number, at = 0): void {
    this.#endChain();
    if (this.#open.at(-1) !== index) return;
    this.#open.pop();
    this.#closedAt = at;
  }

  finish(): void {
    this.#endChain();
    const rest = '}'.repeat(this.#open.length);
    if (rest !== '') this.#statement(this.text.length, this.text.length, [rest]);
  }

  /** Begins the block of an element; returns whether it has one. */
  #begin({ kind, parts, isWhole, attribute }: Directive, tag: MarkupTag): boolean {
    const isChain = this.#closedAt !== undefined;
    if (kind !== 'if' && !isChain) return false;
    const condition: readonly ProgramPart[] = isWhole ? parts : ['unknown()'];
    const head: readonly ProgramPart[] =
      kind === 'else' ? [' else {'] : [kind === 'if' ? 'if (' : ' else if (', ...condition, ') {'];
    const { start, end } = attribute.value ?? tag;
    if (kind === 'if') this.#statement(start, end, head);
    else {
      this.#closedAt = undefined;
      this.programs.code.statement({ start, end }, ['}', ...head]);
    }
    return true;
  }

  #add(directive: Directive): void {
    const { kind, parts, code, isWhole, attribute } = directive;
    const { value } = attribute;
    if (!value || kind === 'else') return;
    if (!isWhole) {
      this.#halfTyped(directive);
      return;
    }
    if (kind === 'handler' && !FUNCTION.test(code)) {
      this.programs.handlers.statement(value, ['() => {', ...parts, '};']);
    } else if (kind === 'pattern')
      this.#statement(value.start, value.end, ['((', ...parts, ') => {});']);
    else this.#statement(value.start, value.end, ['(', ...asExpression(directive), ');']);
  }

  #halfTyped({ parts }: Directive): void {
    this.programs.code.halfTyped(parts, this.programs.languageId);
  }

  #statement(start: number, end: number, parts: readonly ProgramPart[]): void {
    this.#endChain();
    this.programs.code.statement({ start, end }, parts);
  }

  /** Closes the block that another condition could have followed. */
  #endChain(): void {
    if (this.#closedAt === undefined) return;
    const at = this.#closedAt;
    this.#closedAt = undefined;
    this.programs.code.statement({ start: at, end: at }, ['}']);
  }
}

/** `a of b` is read as `a in b`, which is an expression. */
function asExpression({ kind, parts, code }: Directive): readonly ProgramPart[] {
  const alias = kind === 'loop' ? LOOP.exec(code) : null;
  const [only] = parts;
  if (!alias?.[1] || !only || parts.length > 1) return parts;
  const middle = only.start + alias[1].length;
  return [{ ...only, end: middle }, 'in', { ...only, start: middle + 'of'.length }];
}
