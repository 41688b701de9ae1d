import type { PublicPartnerPage } from "@/lib/places/site-pages/queries";
import { Line, PartnerParticulars } from "./partner-particulars";

/** Everything that a partner's public page says about it: never more than the partner gives to the public. */
export function PublicPartnerDetails({ partner }: { partner: PublicPartnerPage }) {
  const { name, summary, description, facilities } = partner;
  return (
    <div className="grid gap-5">
      <h1 className="text-2xl font-semibold tracking-tight text-balance wrap-anywhere">{name}</h1>
      {summary !== null && <p className="max-w-prose text-lg wrap-anywhere">{summary}</p>}
      {description !== null && <p className="max-w-prose whitespace-pre-line wrap-anywhere">{description}</p>}
      <PartnerParticulars partner={partner} />
      {facilities.length > 0 && (
        <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
          <Line name="Facilities">{facilities.join(", ")}</Line>
        </dl>
      )}
    </div>
  );
}
