import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

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

/** No command begins it: at first the case has no files. */
interface CaseFileWords {
  readonly state: CaseFile;
  readonly command: FollowFile;
  readonly event: CaseFileEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Follows what becomes of files; what is already followed changes nothing. */
export const caseFile = deciderOf<CaseFileWords>({
  aggregate: "case-file",
  shape: 1,
  begin: {},
  always: {
    follow: ({ followed }, { type: _type, ...data }) =>
      data.sequence <= (followed[data.file] ?? 0) ? [] : [{ type: "permits.case-file.followed", data }],
  },
  empty: { files: [], followed: {} },
  begun: {},
  effects: {
    "permits.case-file.followed": ({ files, followed }, { data: { change, file, sequence, material, on } }) => {
      const others = files.filter((one) => one.file !== file || one.material !== material);
      return {
        files: change === "attached" ? [...others, { file, material, on }] : others,
        followed: { ...followed, [file]: sequence },
      };
    },
  },
});
