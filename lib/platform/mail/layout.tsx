import "server-only";
import type { ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Html, Preview, Text } from "react-email";

const fontFamily = "'Inter Variable', Inter, 'Segoe UI', Helvetica, Arial, sans-serif";

/** The frame of every mail: a heading, the text, and who sent it. `preview` is what a mail program shows beside the subject. */
export function MailLayout({ heading, preview, children }: { heading: string; preview: string; children: ReactNode }) {
  return (
    <Html lang="en-GB">
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: "#f4f5f7", fontFamily, margin: 0, padding: "24px 12px" }}>
        <Container style={{ backgroundColor: "#ffffff", borderRadius: 8, maxWidth: 520, padding: "28px 32px" }}>
          <Heading as="h1" style={{ color: "#16191f", fontSize: 20, lineHeight: "28px", margin: "0 0 16px" }}>
            {heading}
          </Heading>
          {children}
          <Text style={{ color: "#5b6472", fontSize: 13, lineHeight: "20px", margin: "24px 0 0" }}>
            Sent by Remit. If you did not expect this mail, you need not do anything.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph of a mail. */
export function MailText({ children }: { children: ReactNode }) {
  return <Text style={{ color: "#16191f", fontSize: 15, lineHeight: "24px", margin: "0 0 16px" }}>{children}</Text>;
}

/** The one thing to do, as a button that is a link. */
export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      href={href}
      style={{
        backgroundColor: "#0b685a",
        borderRadius: 6,
        color: "#ffffff",
        display: "inline-block",
        fontSize: 15,
        fontWeight: 600,
        margin: "0 0 20px",
        padding: "12px 20px",
      }}
    >
      {children}
    </Button>
  );
}

/** A code to type in, large and spaced so that it can be read off a telephone. */
export function MailCode({ children }: { children: string }) {
  return (
    <Text
      style={{
        color: "#16191f",
        fontSize: 28,
        fontVariantNumeric: "tabular-nums",
        fontWeight: 600,
        letterSpacing: 6,
        lineHeight: "36px",
        margin: "0 0 16px",
      }}
    >
      {children}
    </Text>
  );
}
