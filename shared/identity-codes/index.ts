export { citizenCheck, licenceCheck, organisationCheck, usccCheck } from "./check-characters.ts";
export {
  type CitizenNumber,
  type CitizenNumberReason,
  parseCitizenNumber,
  upgradeCitizenNumber,
} from "./citizen-number.ts";
export {
  type DivisionCode,
  type DivisionCodeReason,
  type DivisionKind,
  type DivisionLevel,
  isWithin,
  parseDivisionCode,
} from "./division-code.ts";
export {
  type GridCodeReason,
  type GridTypeCode,
  parseCellId,
  parseComponentId,
  parseGridTypeCode,
} from "./grid-code.ts";
export {
  buildItemCode,
  type ItemCode,
  type ItemCodeParts,
  type ItemCodeReason,
  itemLevels,
  itemTypes,
  parseItemCode,
} from "./item-code.ts";
export {
  buildLicenceId,
  type LicenceId,
  type LicenceIdParts,
  type LicenceIdReason,
  parseLicenceId,
} from "./licence-id.ts";
export { maskedText } from "./masked-text.ts";
export { erasedMark, maskAddress, maskIdentityNumber, maskName, maskPhone } from "./masking.ts";
export { parseMobilePhone } from "./mobile-phone.ts";
export type { Parsed, Refused } from "./result.ts";
export {
  citizenNumber,
  citizenNumberAsOf,
  divisionCode,
  itemCode,
  licenceId,
  mobilePhone,
  strictUscc,
  uscc,
} from "./schemas.ts";
export { organisationKinds, parseUscc, type Uscc, type UsccReason } from "./uscc.ts";
