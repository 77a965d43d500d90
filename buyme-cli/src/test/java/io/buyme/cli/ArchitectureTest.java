package io.buyme.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.jspecify.annotations.NullMarked;

/** The rules that keep the modules apart. */
@AnalyzeClasses(packages = "io.buyme", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule apiDependsOnTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.buyme.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "io.buyme.api..");

    @ArchTest
    static final ArchRule poseDependsOnNoOtherStage = dependsOnlyOnApiAnd("pose", "onnx");

    @ArchTest
    static final ArchRule detectDependsOnNoOtherStage = dependsOnlyOnApiAnd("detect", "onnx");

    @ArchTest
    static final ArchRule embedDependsOnNoOtherStage = dependsOnlyOnApiAnd("embed", "onnx");

    @ArchTest
    static final ArchRule indexDependsOnNoOtherStage = dependsOnlyOnApi("index");

    @ArchTest
    static final ArchRule onnxDependsOnNoStage = dependsOnlyOnApi("onnx");

    @ArchTest
    static final ArchRule imageDependsOnNoStage = dependsOnlyOnApi("image");

    @ArchTest
    static final ArchRule testkitDependsOnNoStage = dependsOnlyOnApi("testkit");

    @ArchTest
    static final ArchRule catalogDependsOnNoStage = noClasses()
            .that()
            .resideInAPackage("io.buyme.catalog..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.buyme..")
                    .and(not(resideInAnyPackage("io.buyme.catalog..", "io.buyme.api..", "io.buyme.image.."))));

    @ArchTest
    static final ArchRule onnxRuntimeOnlyInOnnx = onlyIn("onnx", "ai.onnxruntime..");

    @ArchTest
    static final ArchRule tensorFlowLiteOnlyInPose = onlyIn("pose", "org.bytedeco.tensorflowlite..");

    @ArchTest
    static final ArchRule nd4jOnlyInTrain = onlyIn("train", "org.nd4j..");

    @ArchTest
    static final ArchRule dl4jOnlyInTrain = onlyIn("train", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule hnswlibOnlyInIndex = onlyIn("index", "com.github.jelmerk..");

    @ArchTest
    static final ArchRule sqlOnlyInCatalog = onlyIn("catalog", "java.sql..");

    @ArchTest
    static final ArchRule picocliOnlyInCli = onlyIn("cli", "picocli..");

    @ArchTest
    static final ArchRule noJavaSerialization = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    @ArchTest
    static final ArchRule guavaStaysInside = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            .should(new ArchCondition<>("not show Guava types") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    for (JavaClass type : method.getAllInvolvedRawTypes()) {
                        if (type.getPackageName().startsWith("com.google.common")) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " shows " + type));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes().should(new ArchCondition<>("be in a @NullMarked package") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
            }
        }
    });

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("io.buyme.(*)..").should().beFreeOfCycles();

    private static ArchRule dependsOnlyOnApi(String module) {
        return dependsOnlyOnApiAnd(module, module);
    }

    private static ArchRule dependsOnlyOnApiAnd(String module, String other) {
        return noClasses()
                .that()
                .resideInAPackage("io.buyme." + module + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.buyme..")
                        .and(not(resideInAnyPackage(
                                "io.buyme." + module + "..", "io.buyme." + other + "..", "io.buyme.api.."))));
    }

    private static ArchRule onlyIn(String module, String library) {
        return noClasses()
                .that(not(resideInAPackage("io.buyme." + module + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
