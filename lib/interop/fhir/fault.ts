/** What is wrong with a resource that was given, and where. */
export interface FhirFault {
  /** FHIRPath to the element, such as `QuestionnaireResponse.item[0].answer[1]`. */
  readonly expression: string;
  /** Of http://hl7.org/fhir/issue-type. */
  readonly code: 'structure' | 'required' | 'value' | 'code-invalid' | 'not-supported' | 'conflict';
  readonly message: string;
}
