import type { Decider, DomainEvent } from "../../../../shared/decider/index.ts";

/** The files of one case, by the materials its guide names; its id is that of the application. */
export interface CaseFile {
  readonly files: readonly { readonly file: string; readonly material: string; readonly on: string }[];
  /** Of each file, the sequence of the last event that is followed here. */
  readonly followed: Readonly<Record<string, number>>;
}

export interface FollowFile {
  readonly type: "follow";
  readonly change: "attached" | "detached";
  readonly file: string;
  readonly sequence: number;
  readonly material: string;
  readonly on: string;
}

export type CaseFileEvent = DomainEvent & {
  readonly type: "permits.case-file.followed";
  readonly data: Omit<FollowFile, "type">;
};

/** Follows what becomes of files; what is already followed changes nothing. */
export const caseFile: Decider<CaseFile, FollowFile, CaseFileEvent> = {
  aggregate: "case-file",
  shape: 1,
  decide(state, { type: _type, ...data }) {
    if (data.sequence <= (state?.followed[data.file] ?? 0)) return [];
    return [{ type: "permits.case-file.followed", data }];
  },
  evolve(state, { data: { change, file, sequence, material, on } }) {
    const { files, followed } = state ?? { files: [], followed: {} };
    const others = files.filter((one) => one.file !== file || one.material !== material);
    return {
      files: change === "attached" ? [...others, { file, material, on }] : others,
      followed: { ...followed, [file]: sequence },
    };
  },
};
