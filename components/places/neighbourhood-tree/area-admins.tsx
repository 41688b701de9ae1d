import { UserRoundX } from "lucide-react";
import { type Column, DataTable } from "@/components/patterns/data-table";
import { EmptyState } from "@/components/patterns/empty-state";
import { othersInWords } from "@/components/patterns/others-in-words";
import { titled } from "@/components/patterns/titled";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { AreaAdmin, NeighbourhoodHead } from "@/lib/places/neighbourhood-tree/queries";

const rest: readonly Column<AreaAdmin>[] = [
  { heading: "Over", cell: ({ places }) => places.map(({ name }) => name).join(", ") },
  {
    heading: "For",
    cell: ({ role, partnerships }) => {
      if (partnerships.length > 0) return partnerships.join(", ");
      const every = role === "neighbourhood_admin";
      return (
        <span className="text-ink-muted">{every ? "Every partner there" : "Partnerships that you do not see"}</span>
      );
    },
  },
];

type Props = Pick<NeighbourhoodHead, "name" | "admins" | "unseenAdmins"> & {
  /** Where a person has their page: pages know that, since people are not of this wing. */
  personPath: (email: string) => string;
  /** What each role is called, for one person and for several; people's words too. */
  roleNames: Readonly<Record<AreaAdmin["role"], { one: string; many: string }>>;
};

/** Who looks after a place, through a role over it or over what it lies in. Whoever is outside one's remit is only counted. */
export function AreaAdmins({ name, admins, unseenAdmins, personPath, roleNames }: Props) {
  const others = unseenAdmins.map(({ role, count }) => ({ count, ...roleNames[role] }));
  const unseen = othersInWords(others, admins.length > 0);
  const person: Column<AreaAdmin> = {
    heading: "Person",
    width: "@2xl:w-[36%]",
    cell: ({ name: called, email }) => (
      <>
        <TextLink href={personPath(email)} className="wrap-anywhere">
          {called}
        </TextLink>
        <span className="block text-sm text-ink-muted wrap-anywhere">{email}</span>
      </>
    ),
  };
  const role: Column<AreaAdmin> = {
    heading: "Role",
    cell: (admin) => <Badge>{titled(roleNames[admin.role].one)}</Badge>,
  };
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-card">
      {admins.length === 0 ? (
        <Nobody name={name} unseen={unseen !== null} />
      ) : (
        <DataTable
          caption={`Admins whose area holds ${name}, by name`}
          columns={[person, role, ...rest]}
          rows={admins}
          rowKey={({ email, role, places, partnerships }) => JSON.stringify([email, role, places, partnerships])}
        />
      )}
      {unseen !== null && <p className="border-t border-line px-4 py-3 text-ink-muted sm:px-5">{unseen}</p>}
    </div>
  );
}

function Nobody({ name, unseen }: { name: string; unseen: boolean }) {
  return (
    <EmptyState title={unseen ? "Nobody whom you may see" : "Nobody yet"} icon={<UserRoundX aria-hidden />}>
      <p>
        {unseen
          ? `Those who look after ${name} are listed here as far as they are within your remit.`
          : `Root alone looks after ${name}. Whoever is given a role over it, or over what it lies in, is listed here.`}
      </p>
    </EmptyState>
  );
}
