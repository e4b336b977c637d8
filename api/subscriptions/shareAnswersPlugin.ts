import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  Kind,
  type SelectionNode,
  visit,
} from "graphql";
import { isAsyncIterable, type Plugin } from "graphql-yoga";
import type { Context } from "../context.ts";
import { clientError, indexerNotReady } from "../errors.ts";
import type { Position } from "../meta/queries.ts";
import type { Message } from "./Channel.ts";
import type { Ending, Outbox } from "./Outbox.ts";

/**
 * Executes subscriptions: each update once for all subscribers with the same operation and variables, on loaders that all
 * updates of one look share. An update is answered as of the look that found it, not as of the subscription's start.
 *
 * @param newContext makes what the resolvers of one look share.
 */
export function shareAnswersPlugin(newContext: (position: Position) => Context): Plugin<Context> {
  const contexts = new WeakMap<Position, Context>();
  const contextOf = (position: Position) => {
    const context = contexts.get(position) ?? newContext(position);
    contexts.set(position, context);
    return context;
  };
  return {
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      if (!args.contextValue.indexerReady) {
        setResultAndStopExecution({ errors: [indexerNotReady()] });
        return;
      }
      setSubscribeFn(async (subscription) => {
        const source = await createSourceEventStream(subscription);
        if (!isAsyncIterable(source)) return source;
        return answers(source as Outbox<Message>, subscription, contextOf);
      });
    },
  };
}

async function* answers(
  messages: Outbox<Message>,
  args: ExecutionArgs,
  contextOf: (position: Position) => Context,
): AsyncGenerator<ExecutionResult> {
  const key = operationKey(args);
  try {
    for await (const message of messages) {
      let answer = message.answers.get(key) as Promise<ExecutionResult> | undefined;
      if (answer === undefined) {
        // A context of its own, since a budget hangs on it; the loaders are shared.
        const contextValue = { ...contextOf(message.position) };
        answer = Promise.resolve(execute({ ...args, rootValue: message, contextValue }));
        message.answers.set(key, answer);
      }
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
