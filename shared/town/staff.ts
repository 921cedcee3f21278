import * as z from "zod";
import { id, line, type Problem } from "./text.ts";

/**
 * A person who works for the town. `sub` is the name in the person's token. Only people of this list, and officers of
 * the register, are named in a case.
 */
export const staffMember = z.strictObject({
  sub: id,
  name: line,
  office: id,
  /** Number of the paper by which the person shows who he is, e.g. a certificate of law enforcement. */
  certificateNo: line.exactOptional(),
});

export type StaffMember = z.infer<typeof staffMember>;

interface Known {
  readonly staff: readonly StaffMember[];
  readonly offices: readonly { readonly id: string }[];
  readonly heads: readonly { readonly sub: string; readonly office: string }[];
  readonly duties: { readonly posts: readonly { readonly a: string; readonly b: string }[] };
}

/** A person stands once in the list, in an office that exists. Heads and holders of posts stand in it. */
export function staffProblems({ staff, offices, heads, duties }: Known): Problem[] {
  const known = new Set(staff.map(({ sub }) => sub));
  const houses = new Set(offices.map(({ id: office }) => office));
  const seen = new Set<string>();
  const own = staff.flatMap(({ sub, office }, at): Problem[] => {
    const path = ["staff", at];
    const twice = seen.has(sub);
    seen.add(sub);
    return [
      ...(twice ? [{ path: [...path, "sub"], message: `${sub} appears twice / ${sub} 重复` }] : []),
      ...(houses.has(office)
        ? []
        : [{ path: [...path, "office"], message: `no office ${office} / 无此机构 ${office}` }]),
    ];
  });
  const strangers = (path: PropertyKey[], sub: string): Problem[] =>
    known.has(sub) ? [] : [{ path, message: `${sub} is not in staff / 人员名册无 ${sub}` }];
  return [
    ...own,
    ...heads.flatMap(({ sub }, at) => strangers(["heads", at, "sub"], sub)),
    ...duties.posts.flatMap(({ a, b }, at) => [
      ...strangers(["duties", "posts", at, "a"], a),
      ...strangers(["duties", "posts", at, "b"], b),
    ]),
  ];
}
