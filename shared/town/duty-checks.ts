import type { Duties } from "./duties.ts";
import type { Problem } from "./text.ts";

interface Known {
  readonly duties: Duties;
  readonly offices: readonly { readonly id: string }[];
  readonly domains: readonly { readonly id: string; readonly list: string }[];
}

/** S-6: a post stands once, in an office there is, for domains there are, and its A and B are two people. */
export function dutyProblems({ duties: { posts }, offices, domains }: Known): Problem[] {
  const permits = domains.filter(({ list }) => list === "permits").map(({ id }) => id);
  return posts.flatMap((post, at) => {
    const path = ["duties", "posts", at];
    const unknown = post.domains.flatMap((domain, index) =>
      permits.includes(domain)
        ? []
        : [{ path: [...path, "domains", index], message: `no permit domain ${domain} / 无此事项领域 ${domain}` }],
    );
    const twice = posts.findIndex(({ id }) => id === post.id) < at;
    return [
      ...(twice ? [{ path: [...path, "id"], message: `${post.id} appears twice / ${post.id} 重复` }] : []),
      ...(offices.some(({ id }) => id === post.office)
        ? []
        : [{ path: [...path, "office"], message: `no office ${post.office} / 无此机构 ${post.office}` }]),
      ...(post.a === post.b
        ? [{ path: [...path, "b"], message: `${post.b} cannot stand in for himself (S-6) / A、B 岗不得为同一人` }]
        : []),
      ...unknown,
    ];
  });
}
