import type { Rejection } from "../decider/index.ts";
import { titleAt } from "./pointer-title.ts";

export type Language = "zh" | "en";
/** A text in both languages; `{name}` stands for the detail of that name, put into words by the texts `word.<value>`. */
export type Text = Readonly<Record<Language, string>>;
/** Texts of a part's codes, one for each, and the words that fill their places. */
export type ProblemTexts<Code extends string = string> = Readonly<Record<Code, Text>> & {
  readonly [word: `word.${string}` | `field.${string}`]: Text;
};

/** One bad value: `pointer` is a JSON pointer into the body, or `?name` for a query parameter. */
export interface BadValue {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Text;
  /** What the field is called, where its schema says so itself; else it is found by the pointer. */
  readonly field?: Text;
}

/** What went wrong, before it is put into a language. */
export interface Problem {
  readonly problem: true;
  readonly status: number;
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly BadValue[];
  readonly headers?: Readonly<Record<string, string>>;
}

export const problem = (
  status: number,
  code: string,
  extra: Pick<Problem, "details" | "errors" | "headers"> = {},
): Problem => ({ problem: true, status, code, ...extra });

export const isProblem = (answer: object): answer is Problem => "problem" in answer && answer.problem === true;

const statusOf = { state: 409, rule: 422, actor: 403, input: 422 } as const;

/** A refusal of the domain as a problem: 409 the state, 422 a rule or the input, 403 the actor. */
export function fromRejection({ code, ground, details, pointer }: Rejection, texts: ProblemTexts): Problem {
  const errors = pointer === undefined ? {} : { errors: [{ pointer, code, detail: textOf(code, details, texts) }] };
  return problem(statusOf[ground], code, { details, ...errors });
}

/** RFC 9457. The text of an unknown code is the code itself, so that nothing is hidden. */
export function renderProblem(answer: Problem, language: Language, instance: string, texts: ProblemTexts) {
  const text = textOf(answer.code, answer.details ?? {}, texts);
  return {
    statusCode: answer.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      "content-language": language === "zh" ? "zh-CN" : "en",
      ...answer.headers,
    },
    body: JSON.stringify({
      type: `urn:qiangzhen:problem:${answer.code}`,
      title: titleOf(texts[answer.code]?.[language] ?? answer.code),
      status: answer.status,
      detail: text[language],
      instance,
      code: answer.code,
      ...(answer.details === undefined ? {} : { details: answer.details }),
      ...(answer.errors === undefined
        ? {}
        : { errors: answer.errors.map((one) => renderBadValue(one, language, texts)) }),
    }),
  };
}

/** Where it is, what the field is called, and what is wrong with it. */
function renderBadValue({ detail, field, ...place }: BadValue, language: Language, texts: ProblemTexts) {
  const title = field ?? titleAt(texts, place.pointer);
  return { ...place, ...(title === undefined ? {} : { field: title[language] }), detail: detail[language] };
}

/** What a text says with any details, in both languages. */
export const problemTitle = ({ zh, en }: Text): Text => ({ zh: titleOf(zh), en: titleOf(en) });

/** What a text says with any details: its first clause, or its first sentence with each detail left out. */
function titleOf(template: string): string {
  const [clause = template] = template.split(/[。：；，:;,（(]/);
  if (!clause.includes("{")) return clause.trim();
  const [sentence = template] = template.split(/[。：；:;（(]/);
  return sentence.replace(/\{\w+\}/g, "…").trim();
}

export function textOf(code: string, details: Readonly<Record<string, unknown>>, texts: ProblemTexts): Text {
  const { zh, en } = texts[code] ?? { zh: code, en: code };
  const fill = (template: string, language: Language) =>
    template.replace(/\{(\w+)\}/g, (_all, name: string) =>
      spell(code, details[name], language, texts, name === "command" ? thisStep : undefined),
    );
  return { zh: fill(zh, "zh"), en: fill(en, "en") };
}

/** A step without a word of its own begins a thing, or is taken by the town itself: nobody is told its code. */
const thisStep: Text = { zh: "办理此步", en: "do this" };

/**
 * A word of the town: this code's own (`word.<code>.<value>`), else everybody's (`word.<value>`), else the title of the
 * field of that name, else the value.
 * What a field may hold (`value.*`) is told as it is to be sent.
 */
function spell(
  code: string,
  value: unknown,
  language: Language,
  texts: ProblemTexts,
  otherwise?: Text | undefined,
): string {
  if (Array.isArray(value) && value.length === 0) return language === "zh" ? "无" : "none";
  if (Array.isArray(value))
    return value.map((one) => spell(code, one, language, texts)).join(language === "zh" ? "、" : ", ");
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  const word = String(value ?? "–");
  if (code.startsWith("value.")) return word;
  const said = texts[`word.${code}.${word}`] ?? texts[`word.${word}`] ?? texts[`field.${word}`] ?? otherwise;
  return said?.[language] ?? word;
}
