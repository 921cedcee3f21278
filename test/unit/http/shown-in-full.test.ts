import { expect, test } from "vitest";
import { services } from "../../../infra/services.ts";

/**
 * What leaves as anything but JSON: people in full, so that each reading is on record (each service's own tests prove it);
 * masked; no more than the view of the thing shows; or nothing of any person.
 */
const said: Readonly<Record<string, "on record" | "masked" | "as the view" | "no person">> = {
  "GET /enforcement/case-files/{id}/file": "on record",
  "GET /enforcement/papers/{id}/html": "on record",
  "GET /enforcement/papers/{id}/masked": "masked",
  "GET /enforcement/papers/{id}/pdf": "on record",
  "GET /finance/benefit-batches/{id}/content.csv": "on record",
  "GET /finance/books/{id}/report.csv": "no person",
  "GET /finance/books/{id}/report.html": "no person",
  "GET /finance/books/{id}/report.pdf": "no person",
  "GET /finance/books/{id}/report.xlsx": "no person",
  "GET /finance/demand-letters/{id}/html": "no person",
  "GET /finance/demand-letters/{id}/pdf": "no person",
  "GET /finance/fiscal-receipts/{id}/html": "masked",
  "GET /finance/fiscal-receipts/{id}/pdf": "masked",
  "GET /finance/payment-files/{id}/content.csv": "on record",
  "GET /finance/receivables/{id}/notice/html": "masked",
  "GET /finance/receivables/{id}/notice/pdf": "masked",
  "GET /finance/settlements/{id}/html": "no person",
  "GET /finance/settlements/{id}/pdf": "no person",
  "GET /grid-events/grid-maps/{id}/grids.geojson": "no person",
  "GET /permits/documents/{id}/html": "on record",
  "GET /permits/documents/{id}/pdf": "on record",
  "GET /permits/inspections/{id}/html": "as the view",
};

test("P-15: each table, paper and file that leaves the house is known, and whether its reading is on record", () => {
  const handedOut = services
    .flatMap(({ routes }) => routes)
    .filter(({ method, produces, allow }) => method === "GET" && produces !== undefined && allow !== "public")
    .map(({ path }) => `GET ${path}`);
  expect(handedOut.toSorted()).toEqual(Object.keys(said).toSorted());
});
