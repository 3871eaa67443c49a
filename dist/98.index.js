export const id = 98;
export const ids = [98];
export const modules = {

/***/ 98:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createParameterReader: () => (/* binding */ createParameterReader)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4736);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1093);


/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html, `Names` */
const MOST_NAMES = 10;
/** A client for Systems Manager that acts as the owner of `credentials`. */
function createParameterReader(deps) {
    const { clock, emit, retries, limit, credentials } = deps;
    const client = new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__/* .SSMClient */ .jBj({ ...deps.transport.settingsFor('SSM'), credentials });
    const policy = { service: 'ssm', retries, clock, emit, limit, renew: credentials.dropOlderThan };
    const read = async (names, signal) => {
        const command = new _aws_sdk_client_ssm__WEBPACK_IMPORTED_MODULE_1__/* .GetParametersCommand */ .AFe({ Names: [...names], WithDecryption: true });
        const options = signal === undefined ? {} : { abortSignal: signal };
        const { Parameters = [] } = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(policy, 'GetParameters', () => client.send(command, options), signal);
        return Parameters.flatMap(({ Name = '', ARN = '', Selector = '', Value = '' }) => [
            [`${Name}${Selector}`, Value],
            [`${ARN}${Selector}`, Value]
        ]);
    };
    return {
        parameters: async (names, signal) => {
            const values = new Map();
            for (let from = 0; from < names.length; from += MOST_NAMES) {
                for (const [name, value] of await read(names.slice(from, from + MOST_NAMES), signal))
                    values.set(name, value);
            }
            return values;
        }
    };
}


/***/ })

};
