import { listed } from "@/components/patterns/listed";
import { othersInWords } from "@/components/patterns/others-in-words";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { TagRecord } from "@/lib/places/tags/queries";

type Props = {
  tag: Pick<TagRecord, "admins" | "unseenAdmins">;
  /** Where a person has their page: pages know that, since people are not of this wing. */
  personPath: (email: string) => string;
  /** What their role is called, for one person and for several. */
  roleName: { one: string; many: string };
};

/** Who looks after a partnership, and where. Whoever is outside one's remit is only counted. */
export function TagAdmins({ tag: { admins, unseenAdmins }, personPath, roleName }: Props) {
  const others = unseenAdmins === 0 ? [] : [{ count: unseenAdmins, ...roleName }];
  const unseen = othersInWords(others, admins.length > 0);
  return (
    <Card id="people" title="People with access">
      {admins.length === 0 && unseen === null && <p className="text-ink-muted">Nobody but root looks after it yet.</p>}
      {admins.length > 0 && (
        <ul className="grid gap-2">
          {admins.map(({ name, email, places }) => (
            <li key={`${email} ${places.join()}`}>
              <TextLink href={personPath(email)} className="wrap-anywhere">
                {name}
              </TextLink>
              <span className="block text-sm text-ink-muted wrap-anywhere">{listed(places)}</span>
            </li>
          ))}
        </ul>
      )}
      {unseen !== null && <p className="text-ink-muted not-first:mt-3">{unseen}</p>}
    </Card>
  );
}
