import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  Kind,
  type SelectionNode,
  visit,
} from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import { clientError, indexerNotReady } from "../errors.ts";
import type { Executor } from "../plan/Executor.ts";
import { plannedResult } from "../server/plannedResult.ts";
import type { Ending, Outbox } from "./Outbox.ts";
import type { Message } from "./Subscriptions.ts";

/**
 * Executes subscriptions: each update once for all subscribers with the same operation and variables, by one statement. An
 * update is answered as of the look that found it, not as of the subscription's start.
 */
export function shareAnswersPlugin(executor: Executor): Plugin<Context> {
  return {
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const prepared = executor.prepare(args.document, args.operationName);
      if (!args.contextValue.indexerReady || prepared === undefined) {
        setResultAndStopExecution({ errors: [indexerNotReady()] });
        return;
      }
      setSubscribeFn(async (subscription) => {
        const source = await createSourceEventStream(subscription);
        if (!isAsyncIterable(source)) return source;
        const variables = subscription.variableValues;
        return answers(source as Outbox<Message>, operationKey(subscription), ({ row, position }) =>
          executor.tell(prepared, { variables, position }, row).then(plannedResult),
        );
      });
    },
  };
}

async function* answers(
  messages: Outbox<Message>,
  key: string,
  answerOf: (message: Message) => Promise<ExecutionResult>,
): AsyncGenerator<ExecutionResult> {
  try {
    for await (const message of messages) {
      const answer = (message.answers.get(key) as Promise<ExecutionResult>) ?? answerOf(message);
      message.answers.set(key, answer);
      yield await answer;
    }
    if (messages.ending !== undefined) yield { errors: [endingError(messages.ending)] };
  } finally {
    messages.end("left");
  }
}

const endingError = (ending: Ending) =>
  ending === "slow"
    ? clientError("SLOW_SUBSCRIBER", "Updates came faster than they were read. Subscribe again with `after`.")
    : clientError("SUBSCRIPTION_STOPPED", "The server stops. Subscribe again with `after`.");

const documentKeys = new WeakMap<DocumentNode, { id: number; inside: ReadonlySet<string> }>();
let documents = 0;

/** Equal for subscriptions whose updates are answered alike: arguments of the root field choose updates, not answers. */
function operationKey({ document, operationName, variableValues }: ExecutionArgs): string {
  let known = documentKeys.get(document);
  if (known === undefined) {
    documents += 1;
    known = { id: documents, inside: variablesInside(document) };
    documentKeys.set(document, known);
  }
  const values = Object.entries(variableValues ?? {}).filter(([name]) => known.inside.has(name));
  return `${known.id} ${operationName ?? ""} ${JSON.stringify(values, bigintsAsText)}`;
}

const bigintsAsText = (_key: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);

/** Variables that are used anywhere but in the arguments of the root field. */
function variablesInside(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (node: SelectionNode | DocumentNode["definitions"][number]) =>
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => {
        names.add(name.value);
      },
    });
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) {
      collect(definition);
      continue;
    }
    for (const selection of definition.selectionSet.selections) {
      if (selection.kind !== Kind.FIELD) collect(selection);
      else {
        for (const directive of selection.directives ?? []) collect(directive as never);
        for (const child of selection.selectionSet?.selections ?? []) collect(child);
      }
    }
  }
  return names;
}
