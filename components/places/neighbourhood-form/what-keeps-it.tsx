import { Banner } from "@/components/patterns/banner";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { NeighbourhoodDeletion } from "@/lib/places/neighbourhood-form/queries";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { partnersInWords, placesInWords } from "../neighbourhood-tree/branches";
import { partnersIn } from "../neighbourhood-tree/partners-in";

/** Why a place cannot be deleted: what hangs on it, each with the way there. */
export function WhatKeepsIt({ deletion: { neighbourhood, uses } }: { deletion: NeighbourhoodDeletion }) {
  const { children, partnersHere, grants } = uses;
  const path = neighbourhoodPath(neighbourhood);
  return (
    <Banner
      tone="warning"
      title={`${neighbourhood.name} cannot be deleted while it is in use`}
      actions={<ButtonLink href={path}>Back to {neighbourhood.name}</ButtonLink>}
    >
      <ul className="grid list-disc gap-1 ps-5">
        {children > 0 && (
          <li>
            <TextLink href={path}>{placesInWords(children)}</TextLink> {children === 1 ? "lies" : "lie"} in it: move{" "}
            {children === 1 ? "it" : "them"} elsewhere first.
          </li>
        )}
        {partnersHere > 0 && (
          <li>
            <TextLink href={partnersIn(neighbourhood.code)}>{partnersInWords(partnersHere)}</TextLink>{" "}
            {partnersHere === 1 ? "names" : "name"} it as {partnersHere === 1 ? "its" : "their"} address or service
            area.
          </li>
        )}
        {grants > 0 && (
          <li>
            {grants === 1 ? "1 role is or was" : `${grants} roles are or were`} held over it, which stays on record.
          </li>
        )}
      </ul>
    </Banner>
  );
}
