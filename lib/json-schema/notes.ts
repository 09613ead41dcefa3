type Notes = Readonly<Record<string, string>>

const textPart = 'A content part: text, or with models that take them an image, a sound or a file.'

/** What stands in a list of tools. */
export const toolNotes: Notes = {
  '[]': 'One tool that the model may ask for.',
  '[].type': 'What kind of tool it is. Nearly all are functions.',
  '[].type=function': 'Called with arguments in JSON, which fit the schema under “parameters”.',
  '[].type=custom': 'Called with one free text. Only some models of OpenAI know it.',
  '[].function': 'The name, the purpose and the arguments of the function.',
  '[].function.name': 'What the model calls it by: letters, digits, _ and -, at most 64.',
  '[].function.description':
    'What it does and when to use it. Models choose by this text, so be precise.',
  '[].function.parameters':
    'A JSON Schema of the arguments, an object. Left out, the function takes none.',
  '[].function.strict':
    'Whether arguments must fit the schema exactly. Every object then needs "additionalProperties": false and all keys in "required".',
  '[].custom': 'The name and purpose of the tool.',
  '[].custom.name': 'What the model calls it by: letters, digits, _ and -, at most 64.',
}

/** What stands in a choice of tools. */
export const toolChoiceNotes: Notes = {
  type: 'How the choice is made.',
  'type=function': 'The model must call this function.',
  'type=custom': 'The model must call this custom tool.',
  'type=allowed_tools': 'The model may choose among a part of the tools.',
  function: 'The function that must be called.',
  'function.name': 'Its name as in Tools.',
  custom: 'The custom tool that must be called.',
  'custom.name': 'Its name as in Tools.',
  allowed_tools: 'The tools among which the model may choose.',
  'allowed_tools.mode': 'auto lets the model also answer in text; required makes it call one.',
  'allowed_tools.tools': 'Each as {"type": "function", "function": {"name": "…"}}.',
}

/** What stands in a response format. */
export const responseFormatNotes: Notes = {
  type: 'The form of the reply.',
  'type=text': 'Plain text, as without a response format.',
  'type=json_object': 'Any JSON object. A message must also ask for JSON.',
  'type=json_schema': 'JSON that fits a schema: structured output.',
  json_schema: 'The schema with its name.',
  'json_schema.name': 'A name for the format: letters, digits, _ and -, at most 64.',
  'json_schema.description': 'What the format is for. Models read it.',
  'json_schema.schema': 'The JSON Schema that the reply must fit. Its top is an object.',
  'json_schema.strict':
    'Whether the reply must fit exactly. Every object then needs "additionalProperties": false and all keys in "required".',
}

/** What stands in the messages of a conversation. */
export const messageNotes: Notes = {
  '[]': 'One message, oldest first.',
  '[].role': 'Who speaks.',
  '[].role=system': 'Instructions for the whole conversation.',
  '[].role=developer': 'What newer models of OpenAI have in place of system.',
  '[].role=user': 'What the person says.',
  '[].role=assistant': 'What the model said before, or the beginning that it is to continue.',
  '[].role=tool': 'The result of a tool call.',
  '[].content': 'The text, or a list of content parts.',
  '[].content[]': textPart,
  '[].content[].type': 'What kind of part it is.',
  '[].content[].text': 'The text of the part.',
  '[].content[].image_url': 'An image, for models that see.',
  '[].content[].image_url.url': 'An address, or the image itself as data:image/png;base64,…',
  '[].content[].image_url.detail': 'How closely the model looks; high costs more tokens.',
  '[].content[].input_audio': 'A sound, for models that hear.',
  '[].content[].input_audio.data': 'The sound in base64.',
  '[].content[].input_audio.format': 'How the sound is coded.',
  '[].content[].file': 'A document, for models that read files.',
  '[].content[].file.filename': 'The name that the model is told.',
  '[].content[].file.file_data': 'The file itself: data:application/pdf;base64,…',
  '[].content[].file.file_id': 'The id of a file that the provider keeps already.',
  '[].content[].file.format': 'The media type, where the server does not see it: application/pdf.',
  '[].name': 'Tells speakers of the same role apart.',
  '[].refusal': 'Why the model declined, as it said.',
  '[].tool_calls': 'The calls that the model asked for. Each is answered by a tool message.',
  '[].tool_calls[]': 'One call.',
  '[].tool_calls[].id': 'The id by which the tool message names the call.',
  '[].tool_calls[].type': 'What kind of tool is called.',
  '[].tool_calls[].function': 'The function with its arguments.',
  '[].tool_calls[].function.name': 'The name of the function as in Tools.',
  '[].tool_calls[].function.arguments': 'The arguments as JSON in a text.',
  '[].tool_calls[].custom': 'The custom tool with what it is given.',
  '[].tool_calls[].custom.name': 'The name of the custom tool as in Tools.',
  '[].tool_calls[].custom.input': 'What the tool is given, a text of any form.',
  '[].tool_call_id': 'The “id” of the call that this answers.',
}

/** What stands in a logit bias. */
export const logitBiasNotes: Notes = {
  '*': 'Added to the logit of the token with this id: −100 bans it, 100 all but forces it, ±1 to ±10 nudges.',
}

/** What stands in a list of fallbacks. */
export const fallbackNotes: Notes = {
  '[]': 'A model to try, a model with changed parameters, or a map from models to their fallbacks.',
  '[].model': 'The model to try. The other keys here override those of the request.',
  '[].provider': 'The provider of the model, where it is another one.',
  '[].*': 'The fallbacks of this model; * stands for anything, as in openai/*.',
}

/** What stands in a prediction. */
export const predictionNotes: Notes = {
  type: 'The kind of prediction; there is one.',
  content: 'The text that the reply will mostly repeat, or a list of text parts.',
  'content[]': textPart,
  'content[].type': 'What kind of part it is.',
  'content[].text': 'The text of the part.',
}

/** Keys of single servers that Nucleus has no field for. */
export const bodyNotes: Notes = {
  logprobs_mode:
    'vLLM and the teaching model: whether log probabilities are told as the model made them, or after temperature, cuts, penalties and bias.',
  chat_template_kwargs: 'vLLM and others: values for the chat template of the model.',
  'chat_template_kwargs.enable_thinking': 'Whether models such as Qwen 3 think before they answer.',
  continue_final_message: 'vLLM: whether the reply goes on with the last message.',
  add_generation_prompt: 'vLLM: whether the reply begins a new message.',
  reasoning: 'OpenRouter: how much a reasoning model thinks.',
  'reasoning.effort': 'How much a reasoning model thinks before it answers.',
  mock_response: 'LiteLLM: a text that is given as the reply without asking a model.',
  mock_testing_fallbacks: 'LiteLLM proxy: makes the first model fail, to try the fallbacks.',
}
