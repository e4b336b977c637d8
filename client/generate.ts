import { hash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as operationsPlugin from "@graphql-codegen/typescript-operations";
import { Kind, type OperationDefinitionNode, parse, print } from "graphql";

const root = new URL("../", import.meta.url);

/** Which folder's operations make which file. */
const outputs = [
  { documents: "docs/queries/", file: "client/operations.gen.ts", typedDocument: "./TypedDocument.ts" },
  {
    documents: "operator/api/",
    file: "operator/api/operations.gen.ts",
    typedDocument: "../../client/TypedDocument.ts",
  },
];

/** All of them, for the API to register. */
const manifestFile = "api/generated/operations.json";

/** As they stand in JSON. */
const scalars = {
  ID: "string",
  BigInt: "string",
  Address: "`0x$" + "{string}`",
  Bytes: "`0x$" + "{string}`",
  DateTime: "string",
};

function readSources({ documents }: (typeof outputs)[number]) {
  const directory = new URL(documents, root);
  const names = readdirSync(directory).filter((name) => name.endsWith(".graphql"));
  return names.sort().map((name) => ({
    location: name,
    document: parse(readFileSync(new URL(name, directory), "utf8")),
  }));
}

const operationsOf = (sources: ReturnType<typeof readSources>) =>
  sources
    .flatMap(({ document }) => document.definitions)
    .filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );

/** In the form of Apollo's persisted query manifests. */
function renderManifest(): string {
  const operations = outputs
    .flatMap((output) => operationsOf(readSources(output)))
    .map((operation) => {
      const body = print(operation);
      const { name, operation: type } = operation;
      return { id: hash("sha256", body, "hex"), name: name?.value, type, body };
    });
  const manifest = { format: "apollo-persisted-query-manifest", version: 1, operations };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function render(output: (typeof outputs)[number]): Promise<string> {
  const { documents, typedDocument, file } = output;
  const sources = readSources(output);
  const types = await codegen({
    filename: file,
    schema: parse(readFileSync(new URL("schema.graphql", root), "utf8")),
    documents: sources,
    config: { scalars, strictScalars: true, immutableTypes: true, useTypeImports: true, skipTypename: true },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  return `// Generated from schema.graphql and ${documents}*.graphql by \`npm run generate\`. Not edited by hand.
import { TypedDocument } from "${typedDocument}";

${types.replace(unusedHelper, "")}
${operationsOf(sources).map(constantOf).join("\n")}`;
}

/** For `@defer`, which the API has not. */
const unusedHelper = /\/\*\* Internal type[^\n]*\nexport type Incremental[^\n]*\n/;

function constantOf(operation: OperationDefinitionNode): string {
  const name = operation.name?.value;
  if (name === undefined) throw new Error("An operation of the client has no name.");
  const type = `${name}${operation.operation.charAt(0).toUpperCase()}${operation.operation.slice(1)}`;
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}Document`;
  return `export const ${constant} = new TypedDocument<${type}, ${type}Variables>(\`${print(operation)}\`);\n`;
}

/**
 * Writes the typed operations of the client and of the operator, and the manifest of both.
 *
 * @throws {Error} with `check` when a file on disk is not what would be written; when an operation does not fit the schema.
 */
export async function generateClient({ check }: { check: boolean }): Promise<void> {
  const files = new Map([[manifestFile, renderManifest()]]);
  for (const output of outputs) files.set(output.file, await render(output));
  for (const [file, wanted] of files) {
    const path = fileURLToPath(new URL(file, root));
    if (!check) writeFileSync(path, wanted);
    else if (readFileSync(path, "utf8") !== wanted)
      throw new Error(`${file} is stale: run \`npm run generate\` and commit it.`);
  }
}
