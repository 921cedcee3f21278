import * as z from "zod";
import type { Counting } from "../../shared/per-day/index.ts";

const announced = z.object({ bytes: z.int() });

/** What requests of residents and agents count as, by person and day; how many are too many stands in the profile. */
export const permitsPerDay: Counting = {
  "POST /permits/applications": { application: 1 },
  "POST /permits/bundles": { bundle: 1 },
  "POST /permits/authorisations": { authorisation: 1 },
  "POST /permits/consultations": { consultation: 1 },
  "POST /permits/consultations/{id}/follow-up": { consultation: 1 },
  "POST /permits/complaints": { complaint: 1 },
  "POST /permits/complaints/{id}/object": { objection: 1 },
  "POST /permits/applications/{id}/request-hearing": { objection: 1 },
  "POST /permits/reports": { report: 1 },
  "POST /permits/ratings": { rating: 1 },
  "POST /permits/materials": (body) => ({ file: 1, bytes: announced.safeParse(body).data?.bytes ?? 0 }),
  "POST /permits/hall/queues/{id}/take": { ticket: 1 },
  "POST /permits/hall/queues/{id}/leave": { leaving: 1 },
  "POST /permits/hall/queues/{id}/book": { booking: 1 },
  "POST /permits/hall/queues/{id}/cancel-booking": { cancellation: 1 },
};
