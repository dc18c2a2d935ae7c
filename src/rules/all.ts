import type { Rule } from "../types.ts";
import { ambiguousTarget } from "./ambiguous-target.ts";
import { conflictMarkers } from "./conflict-markers.ts";
import { damagedFile } from "./damaged-file.ts";
import { duplicateDocument } from "./duplicate-document.ts";
import { duplicateEntry } from "./duplicate-entry.ts";
import { emptyFile } from "./empty-file.ts";
import { emptyIndex } from "./empty-index.ts";
import { encryptedFile } from "./encrypted-file.ts";
import { errorPage } from "./error-page.ts";
import { garbledText } from "./garbled-text.ts";
import { hiddenText } from "./hidden-text.ts";
import { mismatchedNumber } from "./mismatched-number.ts";
import { mismatchedSize } from "./mismatched-size.ts";
import { mismatchedStatus } from "./mismatched-status.ts";
import { missingAnchor } from "./missing-anchor.ts";
import { missingIndex } from "./missing-index.ts";
import { missingPassingTarget } from "./missing-passing-target.ts";
import { missingSpecification } from "./missing-specification.ts";
import { missingTarget } from "./missing-target.ts";
import { nearDuplicate } from "./near-duplicate.ts";
import { noText } from "./no-text.ts";
import { olderVersion } from "./older-version.ts";
import { outsideRoot } from "./outside-root.ts";
import { placeholder } from "./placeholder.ts";
import { pointerFile } from "./pointer-file.ts";
import { redirectStub } from "./redirect-stub.ts";
import { scrapedPage } from "./scraped-page.ts";
import { swappedDocuments } from "./swapped-documents.ts";
import { truncated } from "./truncated.ts";
import { unlistedDocument } from "./unlisted-document.ts";
import { unreadableIndex } from "./unreadable-index.ts";
import { wrongCase } from "./wrong-case.ts";
import { wrongChecksum } from "./wrong-checksum.ts";
import { wrongDocument } from "./wrong-document.ts";
import { wrongFileType } from "./wrong-file-type.ts";
import { wrongKind } from "./wrong-kind.ts";
import { wrongLanguage } from "./wrong-language.ts";

/** Every rule, sorted by id. */
export const RULES: readonly Rule[] = [
  ambiguousTarget,
  conflictMarkers,
  damagedFile,
  duplicateDocument,
  duplicateEntry,
  emptyFile,
  emptyIndex,
  encryptedFile,
  errorPage,
  garbledText,
  hiddenText,
  mismatchedNumber,
  mismatchedSize,
  mismatchedStatus,
  missingAnchor,
  missingIndex,
  missingPassingTarget,
  missingSpecification,
  missingTarget,
  nearDuplicate,
  noText,
  olderVersion,
  outsideRoot,
  placeholder,
  pointerFile,
  redirectStub,
  scrapedPage,
  swappedDocuments,
  truncated,
  unlistedDocument,
  unreadableIndex,
  wrongCase,
  wrongChecksum,
  wrongDocument,
  wrongFileType,
  wrongKind,
  wrongLanguage,
];
