import type { Recorded } from "../../../../shared/decider/index.ts";
import { present } from "../../common/domain/present.ts";
import type { CertificateEvent } from "./messages.ts";
import type { Certificate, DrawnUp, Issued, PendingRenewal } from "./states.ts";

type Event = Recorded<CertificateEvent>;

/** What an event makes of a certificate. */
export function evolve(state: Certificate | undefined, event: Event): Certificate {
  if (event.type === "permits.certificate.drawn-up") return { ...event.data, ...event.personal, status: "drawn-up" };
  if (state === undefined) throw new TypeError("only what is drawn up is issued");
  return state.status === "drawn-up" ? evolveDrawn(state, event) : evolveIssued(state, event);
}

function evolveDrawn(state: DrawnUp, event: Event): Certificate {
  switch (event.type) {
    case "permits.certificate.delivery-recounted":
      return { ...state, delivery: event.data.delivery };
    case "permits.certificate.delivery-missed":
      return { ...state, deliveryMissed: true };
    case "permits.certificate.issued": {
      const { delivery: _delivery, deliveryMissed: _missed, ...drawn } = state;
      const { issuedOn, window, handedOver, collectedBy } = event.data;
      const how = present({ handedOver, collectedBy });
      const issued = { ...drawn, issuedOn, issuedBy: event.actor, ...how, ...(window === undefined ? {} : { window }) };
      return { ...issued, status: "valid" };
    }
    default:
      return state;
  }
}

function evolveIssued(state: Exclude<Certificate, DrawnUp>, event: Event): Certificate {
  switch (event.type) {
    case "permits.certificate.renewal-due":
      return { ...state, reminded: true };
    case "permits.certificate.renewal-filed":
      return { ...state, pending: event.data };
    case "permits.certificate.renewal-followed":
      return followed(state, event.data);
    case "permits.certificate.deemed-renewed": {
      const { application, on, validUntil, window } = event.data;
      const { pending: _pending, reminded: _reminded, window: _window, ...rest } = state;
      const deemed = [...(state.deemed ?? []), { application, on, until: validUntil }];
      return { ...rest, validUntil, deemed, ...(window === undefined ? {} : { window }) };
    }
    case "permits.certificate.suspended": {
      const { from, until, document } = event.data;
      const suspension = { from, document, ...(until === undefined ? {} : { until }) };
      return { ...issuedPart(state), status: "suspended", suspension };
    }
    case "permits.certificate.resumed":
      return { ...issuedPart(state), status: "valid" };
    case "permits.certificate.revocation-proposed": {
      const { ground, notice, on } = event.data;
      return { ...state, proposal: { ground, notice, on, facts: event.personal.facts } };
    }
    case "permits.certificate.revocation-dropped":
      return withoutProposal(state);
    case "permits.certificate.expired":
      return { ...issuedPart(state), status: "expired", expiredOn: event.data.expiredOn };
    case "permits.certificate.revoked": {
      const { ground, revokedOn, compensation, lossFen } = event.data;
      const loss = lossFen === undefined ? {} : { lossFen };
      return { ...issuedPart(state), status: "revoked", ground, revokedOn, compensation, ...loss };
    }
    case "permits.certificate.cancelled": {
      const { ground, cancelledOn, document, replacedBy } = event.data;
      return {
        ...issuedPart(state),
        status: "cancelled",
        ground,
        cancelledOn,
        ...(document === undefined ? {} : { document }),
        ...(replacedBy === undefined ? {} : { replacedBy }),
      };
    }
    default:
      return state;
  }
}

type News = Extract<CertificateEvent, { type: "permits.certificate.renewal-followed" }>["data"];
type NotDrawn = Exclude<Certificate, DrawnUp>;

function followed(state: NotDrawn, { application, news, on }: News): NotDrawn {
  const { pending, ...rest } = state;
  if (pending?.application !== application) return state;
  if (news === "granted") return { ...rest, renewed: { application, on } };
  if (news === "ended") return rest;
  if (news === "forwarded") return { ...state, pending: { ...pending, forwarded: true } };
  const { incomplete: _incomplete, ...complete }: PendingRenewal = pending;
  return { ...state, pending: news === "incomplete" ? { ...complete, incomplete: true } : complete };
}

function withoutProposal(state: NotDrawn): NotDrawn {
  const { proposal: _proposal, ...rest } = state;
  return rest;
}

/** What an issued certificate keeps in whatever state. */
function issuedPart(state: NotDrawn): Issued {
  const { application, item, title, number, licenceId, holder, issuer, decidedOn, decidedBy, issuedOn, issuedBy } =
    state;
  const known = {
    application,
    item,
    title,
    number,
    licenceId,
    holder,
    issuer,
    decidedOn,
    decidedBy,
    issuedOn,
    issuedBy,
  };
  return { ...known, ...optionalPart(state) };
}

function optionalPart(state: NotDrawn): Partial<Issued> {
  const { owner, office, validUntil, validityMonths, safety, replaces } = state;
  const { window, reminded, pending, renewed, deemed, proposal, handedOver, collectedBy } = state;
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(office === undefined ? {} : { office }),
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(validityMonths === undefined ? {} : { validityMonths }),
    ...(safety === undefined ? {} : { safety }),
    ...(replaces === undefined ? {} : { replaces }),
    ...(handedOver === undefined ? {} : { handedOver }),
    ...(collectedBy === undefined ? {} : { collectedBy }),
    ...(window === undefined ? {} : { window }),
    ...(reminded === undefined ? {} : { reminded }),
    ...(pending === undefined ? {} : { pending }),
    ...(renewed === undefined ? {} : { renewed }),
    ...(deemed === undefined ? {} : { deemed }),
    ...(proposal === undefined ? {} : { proposal }),
  };
}
