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

/** As they stand in JSON. */
const scalars = {
  ID: "string",
  BigInt: "string",
  Address: "`0x$" + "{string}`",
  Bytes: "`0x$" + "{string}`",
  DateTime: "string",
};

async function render({ documents, typedDocument, file }: (typeof outputs)[number]): Promise<string> {
  const directory = new URL(documents, root);
  const names = readdirSync(directory).filter((name) => name.endsWith(".graphql"));
  const sources = names.sort().map((name) => ({
    location: name,
    document: parse(readFileSync(new URL(name, directory), "utf8")),
  }));
  const types = await codegen({
    filename: file,
    schema: parse(readFileSync(new URL("schema.graphql", root), "utf8")),
    documents: sources,
    config: { scalars, strictScalars: true, immutableTypes: true, useTypeImports: true, skipTypename: true },
    plugins: [{ operations: {} }],
    pluginMap: { operations: operationsPlugin },
  });
  const operations = sources
    .flatMap(({ document }) => document.definitions)
    .filter(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
  return `// Generated from schema.graphql and ${documents}*.graphql by \`npm run generate\`. Not edited by hand.
import { TypedDocument } from "${typedDocument}";

${types.replace(unusedHelper, "")}
${operations.map(constantOf).join("\n")}`;
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
 * Writes the typed operations of the client and of the operator.
 *
 * @throws {Error} with `check` when a file on disk is not what would be written; when an operation does not fit the schema.
 */
export async function generateClient({ check }: { check: boolean }): Promise<void> {
  for (const output of outputs) {
    const wanted = await render(output);
    const path = fileURLToPath(new URL(output.file, root));
    if (!check) writeFileSync(path, wanted);
    else if (readFileSync(path, "utf8") !== wanted)
      throw new Error(`${output.file} is stale: run \`npm run generate\` and commit it.`);
  }
}
