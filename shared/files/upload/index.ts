export { type PictureType, pictureTypes, savedName, uploadTypes } from "./kinds.ts";
export {
  announcementFault,
  awaitsVerdict,
  contentFault,
  type FileFound,
  type FileSaid,
  type UploadRules,
  uploadDue,
  uploadRules,
} from "./rules.ts";
