import { ArrowRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { NeighbourhoodRecord } from "@/lib/places/neighbourhood-tree/queries";
import { partnersInWords } from "./branches";
import { partnersIn } from "./partners-in";

/** How many partners of the reader's remit have a place here, and the way to them. */
export function PartnersHere({ neighbourhood }: { neighbourhood: NeighbourhoodRecord }) {
  const { name, code, children, partnerCount, placedHere } = neighbourhood;
  return (
    <Card id="partners" title="Partners">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div>
          <p>
            <span className="me-2 text-2xl font-semibold tabular-nums">{partnerCount.toLocaleString("en-GB")}</span>
            {partnerCount === 1 ? "partner" : "partners"} within your remit {partnerCount === 1 ? "has" : "have"} a
            place in {name}
          </p>
          {children.length > 0 && partnerCount > 0 && <p className="text-ink-muted">{namedHere(placedHere, name)}</p>}
        </div>
        {partnerCount > 0 && (
          <ButtonLink href={partnersIn(code)}>
            See {partnerCount === 1 ? "it" : "them"}
            <span className="sr-only"> in the list of partners</span>
            <ArrowRight aria-hidden className="size-4" />
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

/** A district may be named itself, where the ward is not known or the whole of it is served. */
function namedHere(count: number, name: string): string {
  if (count === 0) return `None of them names ${name} itself: they name places inside it.`;
  const words = partnersInWords(count);
  return `${words} ${count === 1 ? "names" : "name"} ${name} itself, the rest places inside it.`;
}
