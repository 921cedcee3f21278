export const postKinds = ["a", "b"] as const;
/** The A post (A岗) looks after a grid; the B post (B岗) stands in while the A post is away. */
export type PostKind = (typeof postKinds)[number];

/** A worker holds a post from a day on, and until a day if his end is known. */
export interface PostTerm {
  /** His login. */
  readonly sub: string;
  readonly from: string;
  /** His last day. */
  readonly until?: string;
}
/** Days on which a worker is away; both count. */
export interface Absence {
  readonly sub: string;
  readonly from: string;
  readonly until: string;
}

/** One post of one grid, with who holds it when. */
export interface GridPost {
  readonly grid: string;
  readonly post: PostKind;
  /** In the order of their days; they never overlap. */
  readonly terms: readonly PostTerm[];
  readonly absences: readonly Absence[];
}

export interface AssignPost {
  readonly type: "assign";
  readonly grid: string;
  readonly post: PostKind;
  readonly sub: string;
  readonly from: string;
  /** Whether the map of that day has the grid. */
  readonly isOnMap: boolean;
  /** The other post of the grid, as it is when this is committed. */
  readonly other: GridPost | undefined;
}
export type GridPostCommand =
  | AssignPost
  | { readonly type: "relieve"; readonly last: string }
  | { readonly type: "mark-absent"; readonly from: string; readonly until: string }
  | { readonly type: "mark-back"; readonly on: string };

export type GridPostEvent =
  | {
      readonly type: "grid-events.grid-post.assigned";
      readonly data: Pick<AssignPost, "grid" | "post" | "sub" | "from">;
    }
  | { readonly type: "grid-events.grid-post.relieved"; readonly data: { readonly sub: string; readonly last: string } }
  | { readonly type: "grid-events.grid-post.absent"; readonly data: Absence }
  | { readonly type: "grid-events.grid-post.back"; readonly data: { readonly sub: string; readonly on: string } };

/** The id of a post. */
export const postIdOf = (grid: string, post: PostKind): string => `${grid}-${post}`;
export const otherPost = (post: PostKind): PostKind => (post === "a" ? "b" : "a");
