import { describe, expect, it } from "vitest";
import { refusalAfter } from "./a-profile.ts";

describe("A and B posts in the profile (S-6)", () => {
  it("S-6 A and B are two people", () => {
    expect(
      refusalAfter(({ duties: { posts } }) => {
        const [post] = posts;
        if (post !== undefined) post.b = post.a;
      }),
    ).toContain("duties.posts[0].b: clerk-1 cannot stand in for himself (S-6)");
  });
  it("names offices and domains there are, and no post twice", () => {
    const wrong = refusalAfter(({ duties: { posts } }) => {
      const [post, other] = posts;
      if (post === undefined || other === undefined) return;
      post.office = "nowhere";
      post.domains = ["penalty"];
      other.id = post.id;
    });
    expect(wrong).toContain("duties.posts[0].office: no office nowhere");
    expect(wrong).toContain("duties.posts[0].domains[0]: no permit domain penalty");
    expect(wrong).toContain("duties.posts[1].id: counter appears twice");
  });
});
