import { become, type Events, keep, type Recorded, within } from "../../../../shared/decider/index.ts";
import type { CertificateEvent } from "./messages.ts";
import type {
  Cancelled,
  Certificate,
  Drawn,
  DrawnUp,
  Expired,
  Issued,
  Kept,
  PendingRenewal,
  Revoked,
  Suspended,
  Valid,
} from "./states.ts";
import type { CertificateWords } from "./words.ts";

type Of<T extends CertificateEvent["type"]> = Recorded<Extract<CertificateEvent, { type: T }>>;
type NotDrawn = Exclude<Certificate, DrawnUp>;

const drawing = {
  application: true,
  item: true,
  title: true,
  number: true,
  licenceId: true,
  holder: true,
  owner: true,
  issuer: true,
  office: true,
  decidedOn: true,
  decidedBy: true,
  validUntil: true,
  validityMonths: true,
  safety: true,
  replaces: true,
} as const;
const drawnPart = keep<Drawn>(drawing);

const handedOver = {
  ...drawing,
  issuedOn: true,
  issuedBy: true,
  handedOver: true,
  collectedBy: true,
  window: true,
  reminded: true,
  pending: true,
  renewed: true,
  deemed: true,
  proposal: true,
} as const;
/** An issued certificate keeps this in every state. */
const issuedPart = keep<Issued>(handedOver);
/** And this where it has ended, also before its issue. */
const keptPart = keep<Kept>(handedOver);

const standing = within(
  (state: Certificate): state is Valid | Suspended => state.status === "valid" || state.status === "suspended",
);
const proposable = within(
  (state: Certificate): state is DrawnUp | Valid | Suspended =>
    state.status === "drawn-up" || state.status === "valid" || state.status === "suspended",
);
const issued = within((state: Certificate): state is NotDrawn => state.status !== "drawn-up");
const valid = (kept: Issued) => become<Valid, Issued>(kept, { status: "valid" });

/** What each event makes of a certificate. */
export const certificateEvents: Events<CertificateWords> = {
  begun: {
    "permits.certificate.drawn-up": ({ data, personal }) => ({ ...data, ...personal, status: "drawn-up" }),
  },
  effects: {
    "permits.certificate.delivery-recounted": {
      "drawn-up": (state, { data: { delivery } }) => ({ ...state, delivery }),
    },
    "permits.certificate.delivery-missed": { "drawn-up": (state) => ({ ...state, deliveryMissed: true }) },
    "permits.certificate.issued": {
      "drawn-up": (state, { data: { issuedOn, window, handedOver, collectedBy }, actor }) =>
        valid(
          become<Issued, Drawn>(drawnPart(state), {
            issuedOn,
            issuedBy: actor,
            handedOver,
            collectedBy,
            window,
            reminded: undefined,
            pending: undefined,
            renewed: undefined,
            deemed: undefined,
            proposal: undefined,
          }),
        ),
    },
    "permits.certificate.renewal-due": issued((state) => ({ ...state, reminded: true })),
    "permits.certificate.renewal-filed": issued((state, { data }: Of<"permits.certificate.renewal-filed">) => ({
      ...state,
      pending: data,
    })),
    "permits.certificate.renewal-followed": issued(followed),
    "permits.certificate.deemed-renewed": issued(deemedRenewed),
    "permits.certificate.suspended": standing((state, { data }: Of<"permits.certificate.suspended">) => {
      const { from, until, document } = data;
      const suspension = { from, document, ...(until === undefined ? {} : { until }) };
      return become<Suspended, Issued>(issuedPart(state), { status: "suspended", suspension });
    }),
    "permits.certificate.resumed": standing((state) => valid(issuedPart(state))),
    "permits.certificate.revocation-proposed": proposable(
      (state, { data, personal: { facts } }: Of<"permits.certificate.revocation-proposed">) => {
        const { ground, notice, on } = data;
        return { ...state, proposal: { ground, notice, on, facts } };
      },
    ),
    "permits.certificate.revocation-dropped": proposable(({ proposal: _proposal, ...rest }) => rest),
    "permits.certificate.expired": standing((state, { data: { expiredOn } }: Of<"permits.certificate.expired">) =>
      become<Expired, Issued>(issuedPart(state), { status: "expired", expiredOn }),
    ),
    "permits.certificate.cancellation-due": (state) => state,
    "permits.certificate.revoked": (state, { data }) => {
      const { ground, revokedOn, compensation, lossFen } = data;
      return become<Revoked, Kept>(keptPart(state), {
        status: "revoked",
        ground,
        revokedOn,
        compensation,
        lossFen,
      });
    },
    "permits.certificate.cancelled": (state, { data }) => {
      const { ground, cancelledOn, document, replacedBy } = data;
      return become<Cancelled, Kept>(keptPart(state), {
        status: "cancelled",
        ground,
        cancelledOn,
        document,
        replacedBy,
      });
    },
  },
};

function deemedRenewed(state: NotDrawn, { data }: Of<"permits.certificate.deemed-renewed">): NotDrawn {
  const { application, on, validUntil, window } = data;
  const { pending: _pending, reminded: _reminded, window: _window, ...rest } = state;
  const deemed = [...(state.deemed ?? []), { application, on, until: validUntil }];
  return { ...rest, validUntil, deemed, ...(window === undefined ? {} : { window }) };
}

function followed(
  state: NotDrawn,
  { data: { application, news, on } }: Of<"permits.certificate.renewal-followed">,
): NotDrawn {
  const { pending, ...rest } = state;
  if (pending?.application !== application) return state;
  if (news === "granted") return { ...rest, renewed: { application, on } };
  if (news === "ended") return rest;
  if (news === "forwarded") return { ...state, pending: { ...pending, forwarded: true } };
  const { incomplete: _incomplete, ...complete }: PendingRenewal = pending;
  return { ...state, pending: news === "incomplete" ? { ...complete, incomplete: true } : complete };
}
