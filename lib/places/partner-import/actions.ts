"use server";
import { revalidatePath } from "next/cache";
import { type ActionAudit, type ActionDone, defineAction } from "@/lib/permissions/action";
import { newId, portalId } from "@/lib/permissions/catalogue";
import { decide } from "@/lib/permissions/decide";
import { listCondition } from "@/lib/permissions/scope";
import { noValues } from "@/lib/places/partner-changes/schemas";
import { traceOf } from "@/lib/places/partner-traces/schemas";
import { PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";
import { insertPartners, type PartnerWrite } from "@/lib/places/partners/mutations";
import { Refusal } from "@/lib/platform/errors";
import { type DecodedText, decodeText } from "@/lib/platform/text/decode-text";
import { LONGEST_IMPORT } from "./constants";
import { type JudgedLine, judgeImport, withSimilar } from "./queries";
import { type ImportOutcome, partnerImportSchema } from "./schemas";

/**
 * Makes a partner of each line of a file that nothing is wrong with, once its preview was looked at. Every line is judged
 * by itself, by the rules of a single new partner, again when it is made: where that gives another number than the
 * preview said, nothing is written and the preview comes anew.
 */
export const importPartnersAction = defineAction({
  name: "partner.import",
  input: partnerImportSchema,
  limit: { name: "partner-import", points: 60, seconds: 3_600 },
  load: async ({ tx, actor, input }) => {
    const read = await textOf(input);
    const judged = await judgeImport(tx, actor, read.text);
    if ("fault" in judged) throw new Refusal("invalid", { fields: { file: judged.fault } });
    return { ...read, lines: judged.lines };
  },
  // Whether each line may be made was asked line by line; here, whether there is anything that this person may make.
  authorize: ({ tx, actor }) =>
    listCondition(actor, "partner", "create").rows === "none"
      ? decide(tx, { actor, action: "create", resource: { type: "partner", id: newId, properties: {} } })
      : decide(tx, { actor, action: "view", resource: { type: "system", id: portalId } }),
  confirms: () => ({ type: "partner", id: newId, version: null }),
  run: async ({ tx, actor, input, row: { text, doubtful, lines } }): Promise<ActionDone<ImportOutcome>> => {
    const good = lines.flatMap(({ partner }) => partner ?? []);
    const outcome = { text, doubtful, good: good.length };
    if (input.step === "preview" || input.expected !== good.length) {
      const hinted = await withSimilar(tx, actor, lines);
      return { data: { ...outcome, lines: hinted, made: null }, audit: [] };
    }
    const ids = await insertPartners(tx, good.map(writeOf));
    const made = ids.map((id, index) => ({
      name: good[index]?.sent.name ?? "",
      path: partnerPath({ id, externalId: null }),
    }));
    const audit = good.map((partner, index): ActionAudit => {
      const created = { action: "partner.create", resourceType: "partner", resourceId: ids[index] ?? "" };
      return { ...created, after: traceOf({ ...partner.proposed, values: { ...noValues, ...textsOf(partner) } }) };
    });
    const told = lines.map(({ partner: _, ...line }) => ({ ...line, similar: [] }));
    return { data: { ...outcome, lines: told, made }, audit };
  },
  revalidate: () => revalidatePath(PARTNERS_PATH),
});

type Making = NonNullable<JudgedLine["partner"]>;

function writeOf(partner: Making): PartnerWrite {
  const { addressPlace, serviceAreas, tags } = partner.proposed;
  const texts = textsOf(partner);
  const { line1 = "", line2 = "", city = "", postcode = "" } = texts;
  return {
    texts,
    address: addressPlace === null ? undefined : { line1, line2, city, postcode, placeCode: addressPlace.code },
    addPlaces: serviceAreas.map(({ code }) => code),
    removePlaces: [],
    addTags: tags.map(({ id }) => id),
    removeTags: [],
  };
}

function textsOf({ sent }: Making) {
  const { addNeighbourhoods: _places, addTags: _tags, duplicatesSeen: _seen, ...texts } = sent;
  return texts;
}

/** The file's own text where one was chosen, else the text that was sent back; of neither there is nothing to read. */
async function textOf({ file, text }: { file?: Blob | undefined; text?: string | undefined }): Promise<DecodedText> {
  if (file !== undefined && file.size > 0) {
    if (file.size > LONGEST_IMPORT * 2) throw tooLong();
    // A browser tells no encoding of a file, and Excel saves one in that of western Windows.
    const read = decodeText(new Uint8Array(await file.arrayBuffer()), null);
    if (read.text.length > LONGEST_IMPORT) throw tooLong();
    return read;
  }
  if (text === undefined || text.trim() === "")
    throw new Refusal("invalid", { fields: { file: "Choose a CSV file." } });
  return { text, doubtful: false };
}

function tooLong(): Refusal {
  return new Refusal("invalid", { fields: { file: "The file is too long: cut it into several." } });
}
