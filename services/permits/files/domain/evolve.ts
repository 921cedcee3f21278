import { become, type Events, keep, type Recorded, within } from "../../../../shared/decider/index.ts";
import type { FileSaid } from "../../../../shared/files/upload/index.ts";
import type {
  Announced,
  Attachment,
  Clean,
  Infected,
  Material,
  Removed,
  Uploaded,
} from "../../common/domain/uploaded-file.ts";
import type { MaterialEvent } from "./material.ts";
import type { MaterialWords } from "./words.ts";

type Of<T extends MaterialEvent["type"]> = Recorded<Extract<MaterialEvent, { type: T }>>;
type Whole = Uploaded | Clean | Infected;
type Lasting = FileSaid & Pick<Removed, "by" | "owner" | "announcedOn">;

const whole = within((state: Material): state is Whole => "attachments" in state);
const lasting = keep<Lasting>({ type: true, bytes: true, sha256: true, by: true, owner: true, announcedOn: true });

/** What each event makes of a material. */
export const materialEvents: Events<MaterialWords> = {
  begun: {
    "permits.material.announced": ({ data, personal, actor }) => {
      const { type, bytes, sha256, due, on: announcedOn } = data;
      return { status: "announced", type, bytes, sha256, due, announcedOn, by: actor, ...personal };
    },
  },
  effects: {
    "permits.material.uploaded": { announced: uploaded },
    "permits.material.scanned": whole(scanned),
    "permits.material.attached": whole((state, { data }: Of<"permits.material.attached">) => {
      const { application, material, on } = data;
      return withAttachments(state, [...state.attachments, { application, material, on }], undefined);
    }),
    "permits.material.detached": whole((state, { data }: Of<"permits.material.detached">) => {
      const { application, material, due } = data;
      const rest = state.attachments.filter((one) => one.application !== application || one.material !== material);
      return withAttachments(state, rest, due);
    }),
    "permits.material.removed": (state, { data: { ground, on: removedOn } }) =>
      become<Removed, Lasting>(lasting(state), { status: "removed", ground, removedOn }),
    "permits.material.disclosed": (state) => state,
  },
};

function uploaded({ due: _due, ...known }: Announced, { data: { due } }: Of<"permits.material.uploaded">): Uploaded {
  return { ...known, status: "uploaded", attachments: [], ...(due === undefined ? {} : { due }) };
}

function scanned(state: Whole, { data: { verdict, scannedOn } }: Of<"permits.material.scanned">): Whole {
  if (verdict === "clean") return { ...state, status: "clean", scannedOn };
  const { due: _due, ...known } = { due: undefined, ...state };
  return { ...known, status: "infected", scannedOn };
}

function withAttachments(state: Whole, attachments: readonly Attachment[], due: string | undefined): Whole {
  if (state.status === "infected") return { ...state, attachments };
  const { due: _before, ...known } = state;
  return { ...known, attachments, ...(due === undefined ? {} : { due }) };
}
